/** On the pages of the portal on which one fills something in: what is typed is saved a moment after the last word, and said to be. */
import { keepTyped } from './keep-typed.ts'

const place = document.querySelector<HTMLElement>('[data-saving]')
const form = place?.closest('form')
if (place && form) keepTyped(form, place)
