const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** ISO 7064 MOD 37,36: one check character that catches every single wrong character and nearly every swap of neighbours. */
export function checkCharacter(payload: string): string {
  const value = (37 - doubled(payload)) % 36;
  return alphabet.charAt(value);
}

/** Whether the last character of `text` is the check character of what stands before it. */
export function isChecked(text: string): boolean {
  return text.length > 1 && checkCharacter(text.slice(0, -1)) === text.slice(-1);
}

function doubled(payload: string): number {
  let product = 36;
  for (const character of payload) {
    const value = alphabet.indexOf(character);
    if (value < 0) throw new RangeError(`Not a letter or digit: ${character}`);
    product = (((product + value) % 36 || 36) * 2) % 37;
  }
  return product;
}
