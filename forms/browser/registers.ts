/**
 * Choices that a register offers, fetched as soon as the answers they hang on are there: what is typed is saved, and the same page, drawn anew, has asked. Once for the same
 * answers; again with the button that stands there. Where nothing saves what is typed, the button is the way.
 */
import type { Offer } from '../asking.ts'
import type { Changes } from './changes.ts'
import type { LiveData } from './live-data.ts'
import { isKept, settled } from './uploads.ts'

export type Offers = Readonly<Record<string, Offer>>

export interface Asker {
  ask(changes: Changes, have: (offers: Offers) => void): void
}

export function askingIn(form: HTMLFormElement): Asker {
  const asked = new Set<string>()
  return {
    ask({ questions }, have) {
      if (!isKept(form)) return
      const wanted = [...questions.values()].flatMap(({ asking }) =>
        asking?.state === 'unasked' && !asked.has(asking.key) ? [asking.key] : [],
      )
      if (wanted.length === 0) return
      for (const key of wanted) asked.add(key)
      void fetchOffers(form, wanted, have)
    },
  }
}

async function fetchOffers(
  form: HTMLFormElement,
  wanted: readonly string[],
  have: (offers: Offers) => void,
): Promise<void> {
  // Whoever saves what is typed hears of it only after this.
  await new Promise((resolve) => window.setTimeout(resolve))
  await settled(form)
  const offers = (await drawnAnew(form))?.context.offers ?? {}
  have(Object.fromEntries(wanted.map((key) => [key, offers[key] ?? { kind: 'failed' }])))
}

async function drawnAnew(form: HTMLFormElement): Promise<LiveData | undefined> {
  const page = form.querySelector<HTMLInputElement>('input[name="page"]')?.value ?? ''
  const address = `${window.location.pathname}?${new URLSearchParams({ page }).toString()}`
  const answer = await fetch(address, { headers: { accept: 'text/html' } }).catch(() => undefined)
  if (!answer?.ok) return undefined
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const data = fresh.querySelector<HTMLElement>('[data-form]')?.dataset['form']
  return data === undefined ? undefined : (JSON.parse(data) as LiveData)
}
