/** What the page that carried the app says of itself: who reads it, and what its posts are sealed with. */
const meta = (name: string): HTMLMetaElement | null => document.querySelector(`meta[name="masar-${name}"]`)

export const csrfToken = (): string => meta('csrf')?.content ?? ''

export const person = (): { readonly name: string; readonly id: string; readonly agency: string } => ({
  name: meta('person')?.content ?? '',
  id: meta('person')?.dataset['id'] ?? '',
  agency: meta('person')?.dataset['agency'] ?? '',
})
