/** Packages that are deployed together and use each other are judged together. */
import { describe, expect, test } from 'vitest'
import type { PackageFiles } from '../../engine/core/package/files.ts'
import { definitions } from '../../engine/definitions.ts'
import { CERTIFICATE, withShared } from '../workflows/shelf.ts'
import { attack, line, script } from '../hostile/parcel.ts'

const NOTHING_DEPLOYED = { zip: async () => undefined }
const PACKAGES = withShared(CERTIFICATE)

async function judged(packages: readonly PackageFiles[]) {
  const templates: string[] = []
  const result = await definitions(NOTHING_DEPLOYED, (file, text) => {
    templates.push(`${file} ${text}`)
    return []
  }).check(packages)
  return { result, templates }
}

describe('Packages that use each other', () => {
  const templates = PACKAGES.flatMap((files) => [...files.keys()].filter((path) => path.endsWith('.hbs')))

  test.each([
    ['those that are used first', PACKAGES],
    ['those that are used last', PACKAGES.toReversed()],
  ])('are each judged once, and sound, given %s', async (_order, packages) => {
    const { result, templates: looked } = await judged(packages)
    expect(result).toMatchObject({ ok: true })
    expect(looked).toHaveLength(templates.length)
    expect(result.ok && result.packages.map(({ files }) => files)).toEqual(expect.arrayContaining([...packages]))
  })

  test('tell what is wrong with one of them, and that it is missed by who uses it, once each', async () => {
    const broken = attack({ id: 'common.broken', steps: line(script('a', '=1 +')) })
    const user = attack({
      id: 'evil.user',
      steps: line(script('a', '=1')),
      workflow: { uses: { 'common.broken': '1.0.0' } },
    })
    const { result } = await judged([user, broken])
    expect(result.ok).toBe(false)
    const errors = result.ok ? [] : result.findings.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ rule }) => rule).toSorted()).toEqual(['bpmn/feel', 'package/uses'])
  })

  test('in a ring are refused', async () => {
    const ring = ['evil.a', 'evil.b'].map((id, at) =>
      attack({
        id,
        steps: line(script('a', '=1')),
        workflow: { uses: { [at === 0 ? 'evil.b' : 'evil.a']: '1.0.0' } },
      }),
    )
    const { result } = await judged(ring)
    const errors = result.ok ? [] : result.findings.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ rule }) => rule)).toEqual(['package/uses', 'package/uses'])
  })
})
