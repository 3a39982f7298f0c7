import { qrDrawing } from '../pdf/qr.js';

/** An address to copy with one click, and as a QR code for a camera. */
export function ShareAddress({ address, what }: { address: string; what: string }): JSX.Element {
  const { side, path } = qrDrawing(address);
  return (
    <div class="share-address">
      <svg
        class="share-code"
        role="img"
        aria-label={`QR code of ${what}`}
        viewBox={`-4 -4 ${side + 8} ${side + 8}`}
        width="132"
        height="132"
      >
        <path d={path} fill="currentColor" />
      </svg>
      <p>
        <span class="soft">Link to copy</span>
        <br />
        <a class="share-link" href={new URL(address).pathname} safe>
          {address}
        </a>
      </p>
    </div>
  );
}
