/** What is typed in a form, sent to be saved, and what became of it. */
import { drawnAnew } from '../../../../../../forms/browser/drawn-anew.ts'

export type Outcome =
  | { readonly kind: 'saved'; readonly at: string; readonly standing: string }
  /** Somebody else was faster; how things stand now. */
  | { readonly kind: 'overtaken'; readonly standing: string }
  /** another: whoever is known now may not save what was typed here. */
  | { readonly kind: 'signedOut' | 'another' | 'gone' | 'refused' | 'busy' | 'offline' }

/** A server that says nothing for so long has not heard. */
const PATIENCE = 20_000

export async function post(address: string, body: URLSearchParams, keepalive: boolean): Promise<Outcome> {
  const cut = new AbortController()
  const timer = window.setTimeout(() => cut.abort(), PATIENCE)
  try {
    const answer = await fetch(address, { method: 'POST', body, keepalive, signal: cut.signal, redirect: 'manual' })
    return await outcomeOf(answer)
  } catch {
    return { kind: 'offline' }
  } finally {
    window.clearTimeout(timer)
  }
}

async function outcomeOf(answer: Response): Promise<Outcome> {
  const isTold = (answer.headers.get('content-type') ?? '').startsWith('application/json')
  if ((answer.ok || answer.status === 409) && isTold) {
    const told = (await answer.json()) as { readonly at?: string; readonly standing: string }
    const { at, standing } = told
    return at === undefined ? { kind: 'overtaken', standing } : { kind: 'saved', at, standing }
  }
  return { kind: KINDS[answer.status] ?? 'busy' }
}

const KINDS: Readonly<Record<number, Extract<Outcome['kind'], 'signedOut' | 'another' | 'gone' | 'refused'>>> = {
  401: 'signedOut',
  403: 'another',
  404: 'gone',
  409: 'gone',
  413: 'refused',
  422: 'refused',
}

/** After one signed in again a form needs a new seal: the one of the same page, drawn anew. @returns whether one came */
export async function sealAnew(form: HTMLFormElement, address: string): Promise<boolean> {
  const fresh = await drawnAnew(address)
  const seal = fresh?.querySelector('[data-saving]')?.closest('form')?.querySelector('input[name="csrf"]')
  const value = seal?.getAttribute('value')
  if (typeof value !== 'string') return false
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name="csrf"]')) input.value = value
  // Not `form.action`: that is a button of this name.
  const action = new URL(form.getAttribute('action') ?? '', window.location.href)
  if (action.searchParams.has('csrf')) {
    action.searchParams.set('csrf', value)
    form.setAttribute('action', action.pathname + action.search)
  }
  return true
}
