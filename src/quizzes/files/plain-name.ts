/** A name that is safe to show and to save under. */
export function plainName(sent: string | undefined): string {
  const last = (sent ?? '').normalize('NFC').split(/[\\/]/).at(-1)!;
  const plain = last.replace(/[\p{C}<>:"|?*]/gu, '').trim();
  return plain.slice(-120) || 'file';
}
