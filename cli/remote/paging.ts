/** Long lists, a page at a time. */
import type { Command } from 'commander'
import type { Terminal } from '../terminal.ts'
import type { Say } from '../text/text.ts'
import type { ShownPage } from './task.ts'

export interface PagingOptions {
  readonly after?: string
  readonly limit?: string
}

export const declarePaging = (command: Command, say: Say): Command =>
  command.option('--limit <count>', say('option.limit')).option('--after <place>', say('option.after'))

export const pageLines = ({ next }: ShownPage<unknown>, { say }: Terminal): readonly string[] =>
  next === undefined ? [] : [say('page.more', { next })]
