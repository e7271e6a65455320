import { useEffect, useReducer } from "preact/hooks";

/** A value. Components that use it are drawn again when it changes. */
export class Store<T> {
  private readonly listeners = new Set<(value: T) => void>();

  constructor(private value: T) {}

  get(): T {
    return this.value;
  }

  /** Whether the store has a listener. */
  get followed(): boolean {
    return this.listeners.size > 0;
  }

  set(value: T): void {
    if (Object.is(value, this.value)) {
      return;
    }
    this.value = value;
    for (const listener of [...this.listeners]) {
      listener(value);
    }
  }

  /** Adds a listener. Returns a function that removes it. */
  subscribe(listener: (value: T) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** Returns the store's value. The component is drawn again when the value changes. */
export function useStore<T>(store: Store<T>): T {
  const [, draw] = useReducer<number, void>((times) => times + 1, 0);
  const drawn = store.get();
  useEffect(() => {
    const end = store.subscribe(() => draw());
    // Effects run after the browser has painted. The value may have changed in the meantime without a listener.
    if (!Object.is(drawn, store.get())) {
      draw();
    }
    return end;
  }, [store]);
  return drawn;
}
