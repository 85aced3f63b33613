/**
 * Plays random procedures on our executors and on an interpreter of the standard, and counts where they disagree: for the
 * analyst who asks whether a drawing means here what BPMN says.
 *
 * npm run agree -- --processes 20000 [--seed 7] [--executor kernel]. Each difference is printed with the seed that makes
 * its application again, the first of them also shrunk, with its file. Ends with the line "processes N, differences N";
 * exit code 1 where there are any.
 *
 * npm run agree -- --forms 10000 [--seed 7] does the same for random forms: the engine, what forms/README.md says, the script of a page, and Chromium.
 */
import { parseArgs } from 'node:util'
import { campaign, shrunk, type Outcome } from './campaign.ts'
import { campaign as formCampaign, shrunk as shrunkForm } from '../forms/agree/campaign.ts'
import { CONTESTANTS, type Contestant } from './contestant.ts'

const EVERY = 1_000
const SHRUNK = 3
const SECOND_PROCESS_ONE_IN = 2
const IN_BROWSER = 500

const { values } = parseArgs({
  options: {
    processes: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    executor: { type: 'string' },
    forms: { type: 'string' },
  },
})
const seed = whole('seed', values.seed)
process.stderr.write(`seed ${String(seed)}\n`)
if (values.forms === undefined) await agreeOnProcesses()
else await agreeOnForms(whole('forms', values.forms))

async function agreeOnProcesses(): Promise<void> {
  const contestants = chosen(values.executor)
  const outcome = await campaign({
    processes: whole('processes', values.processes),
    seed,
    contestants,
    secondProcessOneIn: SECOND_PROCESS_ONE_IN,
    onProcess: progress('processes'),
  })
  await report(outcome, contestants)
}

async function agreeOnForms(forms: number): Promise<void> {
  const played = await formCampaign({ forms, seed, inBrowser: Math.min(forms, IN_BROWSER), onForm: progress('forms') })
  for (const { index, what } of played.differences) process.stdout.write(`form ${String(index)}: ${what}\n`)
  if (played.differences.length > 0)
    process.stdout.write(`\nas small as it gets: ${shrunkForm(seed, forms) ?? 'only in the browser'}\n\n`)
  process.stdout.write(`in Chromium ${String(played.inBrowser)}\n`)
  process.stdout.write(`forms ${String(played.forms)}, differences ${String(played.differences.length)}\n`)
  process.exitCode = played.differences.length === 0 ? 0 : 1
}

function whole(name: string, text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number >= 0) return number
  return wrong(`Expected a whole number after --${name}, but found "${text}"`)
}

function chosen(name: string | undefined): readonly Contestant[] {
  if (name === undefined) return CONTESTANTS
  const found = CONTESTANTS.filter(({ executor }) => executor.name === name)
  const names = CONTESTANTS.map(({ executor }) => executor.name).join(', ')
  return found.length > 0
    ? found.map((it) => ({ ...it, oneIn: 1 }))
    : wrong(`Expected one of ${names} after --executor, but found "${name}"`)
}

function wrong(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(2)
}

function progress(what: string): (done: number) => void {
  const began = performance.now()
  return (done) => {
    if (done % EVERY > 0) return
    const perSecond = Math.round((done / (performance.now() - began)) * 1_000)
    process.stderr.write(`${String(done)} ${what}, ${String(perSecond)} a second\n`)
  }
}

async function report(
  { commands, recovered, differences, ...played }: Outcome,
  contestants: readonly Contestant[],
): Promise<void> {
  for (const { seed: its, executor, what } of differences)
    process.stdout.write(`seed ${String(its)}, ${executor}: ${what}\n`)
  for (const found of differences.slice(0, SHRUNK)) {
    const contestant = contestants.find(({ executor }) => executor.name === found.executor)
    const small = contestant && (await shrunk(found.seed, contestant))
    if (!small) continue
    const { what, actions } = small.difference
    process.stdout.write(
      `\nseed ${String(found.seed)}, as small as it gets: ${what}\n${JSON.stringify(actions)}\n${small.one.xml}\n\n`,
    )
  }
  process.stdout.write(
    `commands ${String(commands)}, each followed by a restart; ${String(recovered)} also decided again by a second process\n`,
  )
  process.stdout.write(`processes ${String(played.processes)}, differences ${String(differences.length)}\n`)
  process.exitCode = differences.length === 0 ? 0 : 1
}
