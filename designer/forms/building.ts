/** A form that is open in the builder: its text as it stands, and the way every part of the view changes it. */
import { useAnnounce } from '../frame/announcer.tsx'
import { useLanguage } from '../language/language.tsx'
import type { DraftSession } from '../draft/session.ts'
import { changedText } from './model/commands/commands.ts'
import type { Command } from './model/command.ts'
import type { FormJson } from './model/form-file.ts'
import type { Pointer } from './model/json/pointer.ts'
import type { Line } from './tree.ts'

export interface Building {
  readonly path: string
  readonly form: FormJson
  /** Its outline. */
  readonly lines: readonly Line[]
  /** Key of the line that is chosen. */
  readonly chosen: string | undefined
  choose(key: string | undefined): void
  /**
   * @param merge steps of the same key in a row are one for undo
   * @param beside other files that change with the form, in the same step
   * @returns whether it was done; else the reason was said
   */
  run<Asked>(command: Command<Asked>, asked: Asked, merge?: string, beside?: ReadonlyMap<string, string>): boolean
}

export function useRunning(session: DraftSession, path: string, choose: (key: Pointer) => void): Building['run'] {
  const announce = useAnnounce()
  const { say } = useLanguage()
  return (command, asked, merge, beside = new Map()) => {
    const done = changedText(session.files.get(path) ?? '', command, asked)
    if (!done.ok) {
      announce(say(done.reason))
      return false
    }
    session.change(command.label, new Map([...beside, [path, done.text]]), merge && `${path} ${merge}`)
    const look = done.at ?? done.place
    if (look !== undefined) choose(look)
    return true
  }
}
