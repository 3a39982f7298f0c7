/** Numbers of the United States registry stand for cards issued by 80840 when their check digit is made. */
const issuer = '80840';

/** Whether these are the ten digits of a National Provider Identifier, the last of which checks the others (Luhn). */
export function isNpi(text: string): boolean {
  return /^[12]\d{9}$/.test(text) && luhn(issuer + text) % 10 === 0;
}

/** The Luhn sum: every second digit from the right is doubled, and its own digits are added. */
function luhn(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}
