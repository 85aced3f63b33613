/**
 * The door to bpmn-js where a drawing is only looked at: moved and enlarged, names written as on the canvas that is drawn on,
 * each line in one direction. Loaded when the first one is; the canvas reads from left to right on every page.
 */
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer.js'
import type { Shown } from '../procedure/lettering/name.ts'
import { letteringModule, lettersLoaded, type TextRenderer } from '../procedure/lettering/text-renderer.ts'
import 'bpmn-js/dist/assets/diagram-js.css'
import 'bpmn-js/dist/assets/bpmn-js.css'

export interface Picture {
  /** As a whole. False where the file holds no drawing that can be shown. */
  draw(xml: string): Promise<boolean>
  whole(): void
  /** In which language names are read. */
  name(shown: Shown): void
  /** A service of bpmn-js. */
  get<Service>(name: string): Service
  close(): void
}

export function openPicture(container: HTMLElement, shown?: Shown): Picture {
  const viewer = new NavigatedViewer({ container, additionalModules: [letteringModule] })
  const letters = viewer.get<TextRenderer>('textRenderer')
  const whole = (): void =>
    viewer.get<{ zoom(to: 'fit-viewport', center: 'auto'): void }>('canvas').zoom('fit-viewport', 'auto')
  if (shown !== undefined) letters.shown = shown
  return {
    async draw(xml) {
      try {
        await lettersLoaded()
        await viewer.importXML(xml)
        whole()
        return true
      } catch {
        return false
      }
    },
    whole,
    name: (read) => letters.show(read),
    get: (service) => viewer.get(service),
    close: () => viewer.destroy(),
  }
}
