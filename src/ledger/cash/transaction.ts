/** The columns of a balance transaction, as `BalanceMove` names them. */
export const moveColumns = `b.id, b.type, b.category, b.source, b.description, b.amount, b.fee, b.net, b.currency,
  b.exchange_rate::text AS "exchangeRate", b.at`;
