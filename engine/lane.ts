/** One command at a time on one application within this process: parallel answers queue instead of colliding. */
export interface Lanes {
  run<T>(key: string, work: () => Promise<T>): Promise<T>
}

export function lanes(): Lanes {
  const last = new Map<string, Promise<unknown>>()
  return {
    run<T>(key: string, work: () => Promise<T>): Promise<T> {
      const before = last.get(key)
      const mine = before === undefined ? work() : before.then(work, work)
      last.set(key, mine)
      const leave = (): void => {
        if (last.get(key) === mine) last.delete(key)
      }
      mine.then(leave, leave)
      return mine
    },
  }
}
