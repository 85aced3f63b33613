import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
const HOUSE = ['engine', 'forms', 'designer', 'cli']

/** Room -> rooms it may import from; the longest matching name is a file's room. Arrows point inward. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'engine/core': ['engine/core'],
  'engine/executors/kernel': ['engine/core', 'engine/executors/kernel'],
  // Where tokens go is the library's; what an element means is the kernel's, so that a case means the same on both.
  'engine/executors/bpmn-engine': ['engine/core', 'engine/executors/kernel', 'engine/executors/bpmn-engine'],
  'engine/store/sqlite': ['engine/core', 'engine/store/sqlite'],
  'engine/packages': ['engine/core', 'engine/packages'],
  'engine/connectors/databus': ['engine/core', 'engine/connectors/databus'],
  'engine/connectors/payments': ['engine/core', 'engine/connectors/payments'],
  'engine/connectors/documents': ['engine/core', 'engine/connectors/documents'],
  'engine/connectors/scanner': ['engine/core', 'engine/connectors/scanner'],
  'engine/connectors/notify': ['engine/core', 'engine/connectors/notify'],
  'engine/sandbox': ['engine/core', 'engine/sandbox'],
  'engine/replay': ['engine/core', 'engine/replay'],
  'engine/trial': ['engine/core', 'engine/engine', 'engine/trial', 'forms'],
  'engine/http': ['engine/core', 'engine/engine', 'engine/http', 'forms'],
  'engine/engine': ['engine/core', 'engine/engine', 'engine/packages', 'forms'],
  'engine/wiring': ['engine'],
  // Copied into programs that have nothing else of Masar.
  'cli/client': ['cli/client'],
  forms: ['forms', 'engine/core'],
  designer: ['designer', 'forms', 'engine/core', 'engine/executors/kernel', 'engine/replay', 'engine/trial'],
  cli: ['cli', 'engine'],
}

/** The engine's own room: the commands and what they stand on, directly under engine/. */
const ENGINE_ROOM = [
  'engine/commands/',
  'engine/engine.ts',
  'engine/worker.ts',
  'engine/transition.ts',
  'engine/definitions.ts',
  'engine/versions.ts',
  'engine/deps.ts',
  'engine/lane.ts',
  'engine/post-office.ts',
  'engine/broadcast.ts',
  'engine/holidays.ts',
  'engine/registers.ts',
  'engine/suspensions.ts',
  'engine/family.ts',
  'engine/pace.ts',
  'engine/turns.ts',
  'engine/system.ts',
]
/** Where adapters are put together. */
const WIRING = [
  'engine/executors.ts',
  'engine/server.ts',
  'engine/config.ts',
  'engine/gate-worker.ts',
  'engine/try-worker.ts',
]

/** Third-party package -> the rooms with a door to it. Node's own modules that reach outside are listed too. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  'bpmn-moddle': ['engine/core/bpmn'],
  'zeebe-bpmn-moddle': ['engine/core/bpmn'],
  'camunda-bpmn-moddle': ['engine/core/bpmn'],
  'bpmn-engine': ['engine/executors/bpmn-engine'],
  'bpmn-elements': ['engine/executors/bpmn-engine'],
  'dmn-moddle': ['engine/core/dmn'],
  saxen: ['engine/core/bpmn'],
  re2js: ['engine/core/feel', 'engine/core/schema', 'forms/browser'],
  ajv: ['engine/core/schema'],
  'ajv-formats': ['engine/core/schema'],
  luxon: ['engine/core', 'engine/trial'],
  'better-sqlite3': ['engine/store/sqlite'],
  yaml: ['engine/connectors/databus'],
  yauzl: ['engine/packages'],
  yazl: ['engine/packages'],
  fastify: ['engine/http', 'engine/wiring', 'engine/sandbox'],
  '@fastify/helmet': ['engine/http'],
  '@fastify/multipart': ['engine/http'],
  '@fastify/rate-limit': ['engine/http'],
  '@fastify/swagger': ['engine/http'],
  '@fastify/under-pressure': ['engine/http'],
  'prom-client': ['engine/http'],
  'openid-client': ['engine/http/sign-on'],
  'oidc-provider': ['engine/sandbox/sign-on'],
  esbuild: ['engine/http/pages/frame'],
  handlebars: ['engine/connectors/documents', 'engine/core/template', 'forms'],
  'playwright-core': ['engine/connectors/documents'],
  '@sparticuz/chromium': ['engine/connectors/documents'],
  qrcode: ['engine/connectors/documents'],
  jose: ['engine/connectors/documents', 'engine/http/sign-on'],
  nodemailer: ['engine/connectors/notify'],
  commander: ['cli'],
  preact: ['designer'],
  vite: ['designer'],
  'bpmn-js': ['designer'],
  'diagram-js': ['designer'],
  'diagram-js-minimap': ['designer'],
  'bpmn-js-create-append-anything': ['designer'],
  'bpmn-auto-layout': ['designer'],
  'moddle-xml': ['designer'],
  '@atlaskit/pragmatic-drag-and-drop': ['designer'],
  'json-schema-to-typescript': ['cli'],
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        !entry.parentPath.startsWith(join(ROOT, 'designer/dist')) &&
        /\.tsx?$/.test(entry.name) &&
        !entry.name.endsWith('.d.ts'),
    )
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
}

const FILES = HOUSE.flatMap(filesUnder)

function importsOf(file: string): string[] {
  const source = readFileSync(join(ROOT, file), 'utf8')
  const imports = /\bfrom '([^'\n]+)'|\bimport\('([^'\n]+)'\)|^import '([^'\n]+)'/gm
  return [...source.matchAll(imports)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

function roomOf(file: string): string {
  if (WIRING.includes(file)) return 'engine/wiring'
  if (ENGINE_ROOM.some((place) => file === place || (place.endsWith('/') && file.startsWith(place))))
    return 'engine/engine'
  const rooms = Object.keys(MAY_IMPORT).filter((room) => file.startsWith(`${room}/`))
  return rooms.sort((a, b) => b.length - a.length)[0] ?? 'nowhere'
}

const inside = (room: string, place: string): boolean => room === place || room.startsWith(`${place}/`)

test('every file stands in a room of the house', () => {
  expect(FILES.filter((file) => roomOf(file) === 'nowhere')).toEqual([])
})

test('imports only point inward', () => {
  const wrong = FILES.flatMap((file) => {
    const allowed = MAY_IMPORT[roomOf(file)] ?? []
    return importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(ROOT, resolve(ROOT, dirname(file), name)))
      .filter((target) => /\.tsx?$/.test(target) && !allowed.some((place) => inside(roomOf(target), place)))
      .map((target) => `${file} imports ${target}`)
  })
  expect(wrong).toEqual([])
})

test('every third-party package is imported through its own door', () => {
  const wrong = FILES.flatMap((file) =>
    importsOf(file)
      .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
      .map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      )
      .filter(
        (name) => !(DOORS[name] ?? []).some((place) => inside(roomOf(file), place) || file.startsWith(`${place}/`)),
      )
      .map((name) => `${file} imports ${name}`),
  )
  expect(wrong).toEqual([])
})

test('only adapters read a clock, make names or touch the network', () => {
  const pure = FILES.filter((file) =>
    ['engine/core', 'engine/executors', 'engine/engine', 'engine/replay', 'engine/trial', 'forms'].some((room) =>
      inside(roomOf(file), room),
    ),
  )
  const forbidden =
    /Date\.now|new Date\(\)|Math\.random|randomUUID|randomBytes|setTimeout|setInterval|node:(?:net|http|https|fs|child_process|dgram|tls)|\bfetch\(/
  // The library takes its chance and its timers from us, who give it neither.
  const allowed = new Set([
    'engine/system.ts',
    'engine/executors/bpmn-engine/library/chance.ts',
    'engine/executors/bpmn-engine/library/open.ts',
    // Run by who changes a partial, never by the engine.
    'forms/html/precompile.ts',
    // On a page, of the server the page came from.
    'forms/browser/drawn-anew.ts',
    'forms/browser/registers.ts',
  ])
  const found = pure
    .filter((file) => !allowed.has(file))
    .flatMap((file) =>
      readFileSync(join(ROOT, file), 'utf8')
        .split('\n')
        .filter((line) => forbidden.test(line) && !/^\s*(\*|\/\/|\/\*)/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    )
  expect(found).toEqual([])
})

test('no drawer without a name: no utils, helpers, common or types', () => {
  expect(FILES.filter((file) => /(^|\/)(utils?|helpers?|common|types|misc|lib)(\.ts$|\/)/.test(file))).toEqual([])
})

test('the lock file and the sources name no registry', () => {
  const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8')
  expect(lock).not.toMatch(/"resolved"/)
  expect(FILES.filter((file) => /registry\.[a-z]+\.(org|com)/.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([])
})
