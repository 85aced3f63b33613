/** A draft of a service we ship, open in a browser, for tests of the forms over it. */
import { join, resolve } from 'node:path'
import { readFolder } from '../../engine/packages/folder.ts'
import type { Site, Visit } from '../pages/browser.ts'
import { openDraft as openKept, type OpenDraft } from './open-draft.ts'

const WORKFLOWS = resolve(import.meta.dirname, '../../workflows')

export async function openDraft(
  site: Site,
  name: string,
  view: string,
  visit: Visit = {},
  more: Readonly<Record<string, string>> = {},
): Promise<OpenDraft> {
  return openKept(site, { packageId: name, files: { ...(await shippedFiles(name)), ...more } }, view, visit)
}

/** Every file of a service we ship, by its path. */
export async function shippedFiles(name: string): Promise<Readonly<Record<string, string>>> {
  const read = await readFolder(join(WORKFLOWS, name))
  if (!read.ok) throw new Error(JSON.stringify(read))
  return Object.fromEntries([...read.files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))
}
