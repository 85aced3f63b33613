/** The line under a form that says, to the eye and to a screen reader, how what is typed is kept, and what one can do where it is not. */

export type Words = Readonly<
  Record<
    | 'saved'
    | 'offline'
    | 'busy'
    | 'signedOut'
    | 'another'
    | 'signIn'
    | 'overtaken'
    | 'keepMine'
    | 'openSaved'
    | 'gone'
    | 'refused'
    | 'restored',
    string
  >
>

export interface Line {
  readonly words: Words
  /** The same again says nothing. */
  say(sentence: string, ways?: readonly HTMLElement[]): void
}

export function lineIn(place: HTMLElement): Line {
  const words = JSON.parse(place.dataset['words'] ?? '{}') as Words
  const state = place.querySelector('[data-saving-state]')
  const row = place.querySelector('[data-saving-ways]')
  return {
    words,
    say(sentence, ways = []) {
      if (state && state.textContent !== sentence) state.textContent = sentence
      row?.replaceChildren(...ways)
    },
  }
}

export function button(words: string, deed: () => void): HTMLElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button button-quiet'
  made.textContent = words
  made.addEventListener('click', deed)
  return made
}

export function link(words: string, href: string, isElsewhere = false): HTMLElement {
  const made = document.createElement('a')
  made.href = href
  made.className = 'button button-quiet'
  made.textContent = words
  if (isElsewhere) made.target = '_blank'
  return made
}
