/** Entries per status list: the smallest number at which one bit says nothing about whose it is. */
export const statusListLength = 131_072;

/** Where the public faces of a certificate are. */
export const addresses = (baseUrl: string) => ({
  verify: (number: string) => `${baseUrl}/verify/${number}`,
  credential: (number: string) => `${baseUrl}/certificates/${number}.json`,
  pdf: (number: string) => `${baseUrl}/certificates/${number}.pdf`,
  token: (number: string) => `${baseUrl}/certificates/${number}.jwt`,
  picture: (number: string, format: 'png' | 'svg') => `${baseUrl}/certificates/${number}.${format}`,
  statusList: (list: number) => `${baseUrl}/credentials/status/${list}`,
});

/** Where the status of the certificate with this index is kept; lists count from 1. */
export const statusPlace = (index: number) => ({
  list: Math.floor(index / statusListLength) + 1,
  position: index % statusListLength,
});

/** Names the holder of one certificate, without telling which other certificates are theirs. */
export const holderId = (credentialId: string): string => `${credentialId}#holder`;
