/**
 * Choices that a register offers, fetched as soon as the answers they hang on are there: what is typed is saved, and the same page, drawn anew, has asked. Once for the same
 * answers; again with the button that stands there. Where nothing saves what is typed, the button is the way.
 */
import type { Offer } from '../asking.ts'
import type { Changes } from './changes.ts'
import { drawnAnew } from './drawn-anew.ts'
import type { LiveData } from './live-data.ts'
import { isKept, settled } from './uploads.ts'

export type Offers = Readonly<Record<string, Offer>>

export interface Asker {
  ask(changes: Changes, have: (offers: Offers) => void): void
}

export function askingIn(form: HTMLFormElement): Asker {
  const asked = new Set<string>()
  let unanswered: readonly string[] = []

  async function ask(wanted: readonly string[], have: (offers: Offers) => void): Promise<void> {
    for (const key of wanted) asked.add(key)
    const offers = await fetchOffers(form)
    // Another answer was given meanwhile, so another question was asked: this one may come again.
    const passed = wanted.filter((key) => offers?.[key] === undefined && !unanswered.includes(key))
    for (const key of passed) asked.delete(key)
    const known = wanted.filter((key) => !passed.includes(key))
    have(Object.fromEntries(known.map((key) => [key, offers?.[key] ?? { kind: 'failed' }])))
  }

  return {
    ask({ questions }, have) {
      if (!isKept(form)) return
      unanswered = [...questions.values()].flatMap(({ asking }) => (asking?.state === 'unasked' ? [asking.key] : []))
      const wanted = unanswered.filter((key) => !asked.has(key))
      if (wanted.length > 0) void ask(wanted, have)
    },
  }
}

/** @returns what is offered as the answers are saved; undefined: the server does not say */
async function fetchOffers(form: HTMLFormElement): Promise<Offers | undefined> {
  // Whoever saves what is typed hears of it only after this.
  await new Promise((resolve) => window.setTimeout(resolve))
  await settled(form)
  return (await keptAnswers(form))?.context.offers
}

async function keptAnswers(form: HTMLFormElement): Promise<LiveData | undefined> {
  const page = form.querySelector<HTMLInputElement>('input[name="page"]')?.value ?? ''
  const address = `${window.location.pathname}?${new URLSearchParams({ page }).toString()}`
  const fresh = await drawnAnew(address)
  const data = fresh?.querySelector<HTMLElement>('[data-form]')?.dataset['form']
  return data === undefined ? undefined : (JSON.parse(data) as LiveData)
}
