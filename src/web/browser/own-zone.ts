/** `<own-zone>`: tells in which time zone a day was written; without it, days are those in UTC. */
class OwnZone extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector('input')!;
    field.value ||= Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
}

customElements.define('own-zone', OwnZone);
