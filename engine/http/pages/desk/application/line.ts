/** One line of what is known of an application: what it is called, and what it is. */
import { html, type Html } from '../../frame/html.ts'

export const line = (label: Html | string, value: Html | string): Html =>
  html`<div><dt>${label}</dt><dd>${value}</dd></div>`
