const width = 30;

/** A bar that a terminal sees grow; elsewhere a line each twentieth. */
export function progressLine(total: number, out: NodeJS.WriteStream): (done: number) => void {
  let said = -1;
  return (done) => {
    const share = Math.min(done / total, 1);
    const step = Math.floor(share * (out.isTTY ? 1_000 : 20));
    if (step === said) return;
    said = step;
    const bar = '█'.repeat(Math.round(share * width)).padEnd(width, '·');
    const text = `${bar} ${String(Math.floor(share * 100)).padStart(3)} %, ${done} of ${total} orders`;
    out.write(out.isTTY ? `\r${text}${share === 1 ? '\n' : ''}` : `${text}\n`);
  };
}
