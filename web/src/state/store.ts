import { useEffect, useReducer } from "preact/hooks";

/** A value that components follow. */
export class Store<T> {
  private readonly listeners = new Set<(value: T) => void>();

  constructor(private value: T) {}

  get(): T {
    return this.value;
  }

  /** Whether anybody follows it. */
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

  /** Answers with what ends it. */
  subscribe(listener: (value: T) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** The store's value; the component is drawn again when it changes. */
export function useStore<T>(store: Store<T>): T {
  const [, draw] = useReducer<number, void>((times) => times + 1, 0);
  const drawn = store.get();
  useEffect(() => {
    const end = store.subscribe(() => draw());
    // Effects run after the browser has painted: what came in between was heard by nobody.
    if (!Object.is(drawn, store.get())) {
      draw();
    }
    return end;
  }, [store]);
  return drawn;
}
