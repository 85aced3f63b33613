/** What can be done with the file of a drawing: brought in, taken out as BPMN or picture, printed, renamed, removed. */
import type { DraftSession } from '../../draft/session.ts'
import type { MenuItem } from '../../frame/menu.tsx'
import { download } from '../../workspace/download.ts'
import type { Text } from '../../../engine/core/text.ts'
import type { Diagram } from '../canvas/model.ts'
import { nameOf } from '../drawings/drawings.ts'
import { pngOf, print, svgOf } from '../export/picture.ts'
import { PROCEDURE_WORDS as WORDS } from '../words.ts'

interface Wanted {
  readonly session: DraftSession
  readonly file: string
  readonly diagram: Diagram
  readonly say: (text: Text, gaps?: Readonly<Record<string, string>>) => string
  readonly announce: (words: string) => void
  readonly onOpened: (file: string) => void
  readonly onAsk: (what: 'rename' | 'remove') => void
}

export function fileItems({ session, file, diagram, say, announce, onOpened, onAsk }: Wanted): readonly MenuItem[] {
  const name = nameOf(file)
  return [
    { id: 'open', label: say(WORDS.openFile), onChoose: () => void bringIn() },
    { id: 'save', label: say(WORDS.saveFile), onChoose: () => save() },
    {
      id: 'svg',
      label: say(WORDS.saveSvg),
      onChoose: () => void svgOf(diagram).then((it) => download(it, `${name}.svg`)),
    },
    {
      id: 'png',
      label: say(WORDS.savePng),
      onChoose: () => void pngOf(diagram).then((it) => it && download(it, `${name}.png`)),
    },
    { id: 'print', label: say(WORDS.print), onChoose: () => void print(diagram) },
    { id: 'rename', label: say(WORDS.rename), onChoose: () => onAsk('rename') },
    { id: 'remove', label: say(WORDS.remove), onChoose: () => onAsk('remove') },
  ]

  function save(): void {
    void session.save()
    download(new Blob([session.files.get(file) ?? ''], { type: 'application/xml' }), file)
  }

  async function bringIn(): Promise<void> {
    const chosen = await chosenFile()
    if (chosen === undefined) return
    const text = await chosen.text()
    if (!/<[\w-]*:?definitions[\s>]/.test(text)) return announce(say(WORDS.notBpmn))
    const path = freeName(chosen.name, session)
    session.change(WORDS.stepOpen, new Map([[path, text]]))
    announce(say(WORDS.opened, { file: path }))
    onOpened(path)
    return undefined
  }
}

function chosenFile(): Promise<File | undefined> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.bpmn,.xml'
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0]))
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })
}

/** Nothing in the package is written over. */
function freeName(name: string, { files }: DraftSession): string {
  const letters = name.toLowerCase().replace(/\.(?:bpmn|xml|bpmn20\.xml)$/, '')
  const base = letters.replaceAll(/[^a-z0-9.-]+/g, '-').replace(/^[^a-z]+/, '') || 'drawing'
  let path = `${base}.bpmn`
  for (let at = 2; files.has(path); at++) path = `${base}-${at}.bpmn`
  return path
}
