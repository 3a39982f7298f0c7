/** The levers of the stand-in Stripe, as its control plane serves them. */
export class Levers {
  constructor(private readonly sandboxUrl: string) {}

  webhooks = (mode: 'deliver' | 'drop') => this.pull('webhooks', { mode });
  pay = (session: string, how: object) => this.pull(`sessions/${session}/pay`, how);
  refund = (charge: string, amount: number) => this.pull(`charges/${charge}/refund`, { amount });
  failRefund = (refund: string) => this.pull(`refunds/${refund}/fail`, {});
  dispute = async (charge: string) => (await this.pull(`charges/${charge}/dispute`, {})).id;
  end = (dispute: string, status: 'won' | 'lost') => this.pull(`disputes/${dispute}`, { status });
  failPayout = (payout: string) => this.pull(`payouts/${payout}/fail`, {});

  /** Undefined where there is nothing to pay out. */
  async payOut(currency: string): Promise<string | undefined> {
    const answer = await this.post('payouts', { currency });
    return answer.ok ? ((await answer.json()) as { id: string }).id : undefined;
  }

  private async pull(lever: string, body: object): Promise<{ id: string }> {
    const answer = await this.post(lever, body);
    if (!answer.ok) throw new Error(`The stand-in refused ${lever}: ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  }

  private post(lever: string, body: object): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return fetch(new URL(`/_sandbox/${lever}`, this.sandboxUrl), {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
  }
}
