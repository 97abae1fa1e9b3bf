/** What a client is doing about new stations. See docs/life-of-an-update.md. */
export type Phase = 'idle' | 'checking' | 'fetching' | 'verifying' | 'storing' | 'switching';

/** Where each phase can lead. From every one of them an error leads back to `idle`. */
const next: Readonly<Record<Phase, readonly Phase[]>> = {
  idle: ['checking'],
  // Nothing new: idle. New, but all of it here already, or brought by another tab: past the fetching.
  checking: ['fetching', 'verifying', 'switching', 'idle'],
  fetching: ['verifying', 'idle'],
  verifying: ['storing', 'idle'],
  storing: ['switching', 'idle'],
  switching: ['idle'],
};

/** The phase a client is in: a step that is not in the table is a mistake of ours, and thrown at once. */
export class Phases {
  private phase: Phase = 'idle';

  constructor(private readonly onChange: (phase: Phase) => void) {}

  get current(): Phase {
    return this.phase;
  }

  to(phase: Phase): void {
    if (phase === this.phase) return;
    if (!next[this.phase].includes(phase))
      throw new Error(`An update cannot go from ${this.phase} to ${phase}`);
    this.phase = phase;
    this.onChange(phase);
  }
}
