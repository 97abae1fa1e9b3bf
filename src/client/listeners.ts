/** Callbacks by the name of what they are told. One that throws keeps nothing from the others. */
export class Listeners<Events extends object> {
  private readonly byName = new Map<keyof Events, Set<(event: never) => void>>();

  constructor(
    private readonly names: readonly (keyof Events & string)[],
    private readonly onFailure: (error: unknown) => void,
  ) {}

  has(name: keyof Events & string): boolean {
    return (this.byName.get(name)?.size ?? 0) > 0;
  }

  isName(name: unknown): name is keyof Events & string {
    return (this.names as readonly unknown[]).includes(name);
  }

  /** @returns stops it */
  add<Name extends keyof Events & string>(
    name: Name,
    listener: (event: Events[Name]) => void,
  ): () => void {
    const listeners = this.byName.get(name) ?? new Set();
    this.byName.set(name, listeners);
    // A function of its own each time: the same listener may be there twice, and leave once.
    const own = (event: never) => listener(event);
    listeners.add(own);
    return () => {
      listeners.delete(own);
    };
  }

  tell<Name extends keyof Events & string>(name: Name, event: Events[Name]): void {
    for (const listener of [...(this.byName.get(name) ?? [])]) {
      try {
        listener(event as never);
      } catch (error) {
        this.onFailure(error);
      }
    }
  }

  clear(): void {
    this.byName.clear();
  }
}
