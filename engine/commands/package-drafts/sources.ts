/** The files of a new draft: blank, of a version in force, copied from one, or from a file. */
import { turnedTo, type Flow } from '../../core/drawing/turned.ts'
import type { DraftFiles } from '../../core/package/file-changes.ts'
import type { AgencyId } from '../../core/ids.ts'
import { isPackageId } from '../../core/ids.ts'
import { blankPackage, FIRST_VERSION } from '../../core/package/blank.ts'
import { textsOf } from '../../core/package/draft-files.ts'
import { renamed, TITLE_PAGE, titlePageOf } from '../../core/package/title-page.ts'
import { mayActFor } from '../../core/policy/access.ts'
import type { Author } from '../../core/policy/authoring.ts'
import { forbidden, invalid, isProblem, type Problem } from '../../core/problem.ts'
import type { Text } from '../../core/text.ts'
import type { EngineDeps } from '../../deps.ts'
import { readZip } from '../../packages/zip.ts'
import { unfitFiles } from './draft.ts'
import { importedFiles } from './imported.ts'
import { noSuchPackage, readableVersion } from './openable.ts'
import type { NewPackageDraft, Source } from './source.ts'

export function sourceOf(deps: EngineDeps, author: Author, request: NewPackageDraft): Promise<Source | Problem> {
  switch (request.kind) {
    case 'blank':
      return blank(deps, author, request)
    case 'version':
      return version(deps, author, request)
    case 'template':
      return template(deps, author, request)
    case 'import':
      return importedFiles(deps, author, request)
  }
}

async function blank(
  deps: EngineDeps,
  { agency }: Author,
  { packageId, title, flow }: Extract<NewPackageDraft, { kind: 'blank' }>,
): Promise<Source | Problem> {
  const refused = await unfitName(deps, agency, packageId)
  if (refused) return refused
  const files = blankPackage({ packageId, title, agency, ...(flow && { flow }) })
  return { agency, packageId, title, files, label: { ar: 'خدمة جديدة', en: 'A new service' } }
}

/** Byte for byte as it was deployed: what is different later is what the analyst did. */
async function version(
  deps: EngineDeps,
  author: Author,
  { packageId, version: wanted }: Extract<NewPackageDraft, { kind: 'version' }>,
): Promise<Source | Problem> {
  const row = await deps.store.deployments.get(packageId, wanted)
  if (row === undefined || !mayActFor(author, row.agency)) return noSuchPackage
  const files = await filesOf(deps, packageId, wanted)
  if (isProblem(files)) return files
  return {
    agency: row.agency,
    packageId,
    title: titleOf(files, packageId),
    base: { packageId, version: wanted },
    files,
    label: { ar: `من الإصدار ${wanted}`, en: `From version ${wanted}` },
  }
}

/** Under a name of its own, in its first version; elements keep their ids, which are those of their package alone. */
async function template(
  deps: EngineDeps,
  author: Author,
  { template: wanted, packageId, title, flow }: Extract<NewPackageDraft, { kind: 'template' }>,
): Promise<Source | Problem> {
  const refused = await unfitName(deps, author.agency, packageId)
  if (refused) return refused
  const original = await originalOf(deps, author, wanted, flow)
  if (isProblem(original)) return original
  const { files, label } = original
  const { agency } = author
  const page = renamed(files.get(TITLE_PAGE) ?? '', {
    id: packageId,
    version: FIRST_VERSION,
    title: { ...title },
    agency,
  })
  return {
    agency,
    packageId,
    title,
    files: new Map(files).set(TITLE_PAGE, page),
    label,
  }
}

/** One that is shipped to begin from, drawn as its reader reads, or a deployed one as it is. */
async function originalOf(
  deps: EngineDeps,
  author: Author,
  wanted: string,
  flow: Flow | undefined,
): Promise<Pick<Source, 'files' | 'label'> | Problem> {
  const shipped = await deps.starters?.files(wanted)
  if (shipped) {
    const { ar, en } = titleOf(shipped, wanted)
    return {
      files: flow ? await turnedFiles(flow, shipped) : shipped,
      label: { ar: `من النموذج الجاهز: ${ar}`, en: `From the template: ${en}` },
    }
  }
  const [id = '', asked] = wanted.split('@')
  const row = await readableVersion(deps, author, id, asked)
  if (isProblem(row)) return row
  const files = await filesOf(deps, id, row.version)
  if (isProblem(files)) return files
  return { files, label: { ar: `نسخة من ${id} ${row.version}`, en: `A copy of ${id} ${row.version}` } }
}

async function turnedFiles(flow: Flow, files: DraftFiles): Promise<DraftFiles> {
  const turned = [...files].map(
    async ([path, text]) => [path, path.endsWith('.bpmn') ? await turnedTo(flow, text) : text] as const,
  )
  return new Map(await Promise.all(turned))
}

async function unfitName(deps: EngineDeps, agency: AgencyId, packageId: string): Promise<Problem | undefined> {
  if (!isPackageId(packageId))
    return invalid(
      'package-draft.name',
      `Expected a name of lower-case words joined by dots and hyphens, like "${agency}.craft-licence", but found "${packageId.slice(0, 80)}"`,
    )
  const owner = (await deps.store.deployments.latest(packageId))?.agency
  if (owner === undefined || owner === agency) return undefined
  return forbidden(
    'deploy.owner',
    `Expected a package name of your own, but ${packageId} belongs to another agency; choose another name`,
  )
}

async function filesOf(deps: EngineDeps, packageId: string, wanted: string): Promise<DraftFiles | Problem> {
  const zip = await deps.store.deployments.zip(packageId, wanted)
  if (zip === undefined) return noSuchPackage
  const read = await readZip(zip)
  const texts = read.ok ? textsOf(read.files) : read
  return texts.ok ? texts.files : unfitFiles(texts.findings)
}

const titleOf = (files: DraftFiles, packageId: string): Text =>
  titlePageOf(files.get(TITLE_PAGE)).title ?? { ar: packageId, en: packageId }
