/** A draft is sent a moment after the last word; the page says when it is kept. */
const PAUSE = 1_200

export function keepDraft(form: HTMLFormElement): void {
  const address = form.dataset['draft']
  const state = form.querySelector<HTMLElement>('[data-draft-state]')
  if (address === undefined || !state) return
  let waiting: number | undefined
  let isSent = false
  const send = async (): Promise<void> => {
    const fields = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
    const kept = await fetch(address, { method: 'POST', body: fields }).then(
      ({ ok }) => ok,
      () => false,
    )
    if (!isSent) state.textContent = (kept ? form.dataset['saved'] : form.dataset['notSaved']) ?? ''
  }
  form.addEventListener('input', () => {
    state.textContent = ''
    window.clearTimeout(waiting)
    waiting = window.setTimeout(() => void send(), PAUSE)
  })
  form.addEventListener('submit', () => {
    isSent = true
    window.clearTimeout(waiting)
  })
}
