/** Tells the server in which language its reader reads from now on, as the switch of every page does. */
import { csrfToken } from './page.ts'

export async function keepLanguage(language: string): Promise<void> {
  const body = new URLSearchParams({ csrf: csrfToken(), language, back: '/designer' })
  await fetch('/language', { method: 'POST', body, redirect: 'manual' }).catch(() => undefined)
}
