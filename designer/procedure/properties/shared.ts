/** Procedures of the shared packages a draft uses, asked of the server once for each version. */
import { useEffect, useState } from 'preact/hooks'
import { ask } from '../../server/client.ts'
import type { Callable, SharedPackage } from './facts.ts'

const known = new Map<string, Promise<readonly Callable[]>>()

const keyOf = ({ id, version }: SharedPackage): string => `${id}@${version}`

async function fetched({ id, version }: SharedPackage): Promise<readonly Callable[]> {
  const path = `/shared/${encodeURIComponent(id)}/${encodeURIComponent(version)}/procedures`
  const answer = await ask<{ readonly items: readonly Callable[] }>(path)
  if (answer.kind === 'ok') return answer.value.items.map((it) => ({ ...it, from: id }))
  // It may be deployed, or the server be there, the next time somebody looks.
  known.delete(keyOf({ id, version }))
  return []
}

export function useShared(uses: readonly SharedPackage[]): readonly Callable[] {
  const [found, setFound] = useState<readonly Callable[]>([])
  const key = uses.map(keyOf).join(' ')
  useEffect(() => {
    let isOver = false
    const asked = uses.map((it) => {
      const answer = known.get(keyOf(it)) ?? fetched(it)
      known.set(keyOf(it), answer)
      return answer
    })
    const show = async (): Promise<void> => {
      const lists = await Promise.all(asked)
      if (!isOver) setFound(lists.flat())
    }
    void show()
    return () => {
      isOver = true
    }
  }, [key])
  return found
}
