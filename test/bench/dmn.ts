/** How many times a second an ordinary table is asked: five rules, two inputs, the names and the record included. */
import { performance } from 'node:perf_hooks'
import { readDmn } from '../../engine/core/dmn/read.ts'
import { scopeOf } from '../../engine/core/feel/feel.ts'

const RULES = [
  ['"urgent"', '< 18', '5'],
  ['"urgent"', '>= 18', '25'],
  ['"normal"', '< 18', '0'],
  ['"normal"', '[18..65]', '10'],
  ['"normal"', '> 65', '2'],
] as const

const TABLE = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="f" name="f" namespace="urn:bench"><decision id="fee" name="fee"><decisionTable>
<input><inputExpression typeRef="string"><text>speed</text></inputExpression></input>
<input><inputExpression typeRef="number"><text>age</text></inputExpression></input><output name="fee" typeRef="number"/>
${RULES.map(([speed, age, fee]) => `<rule><inputEntry><text>${speed}</text></inputEntry><inputEntry><text>${age.replace('<', '&lt;')}</text></inputEntry><outputEntry><text>${fee}</text></outputEntry></rule>`).join('')}
</decisionTable></decision></definitions>`

const read = await readDmn('bench.dmn', TABLE)

/** Evaluations per second over 400,000, after a warm-up. */
export function dmnRate(): number {
  const decision = read.ok ? read.decisions[0] : undefined
  if (decision === undefined) throw new Error(`The table of the benchmark does not read: ${JSON.stringify(read)}`)
  const scopes = Array.from({ length: 100 }, (_, index) =>
    scopeOf({ speed: index % 3 === 0 ? 'urgent' : 'normal', age: index, others: [1, 2, 3] }, 0, 'Asia/Hebron'),
  )
  const round = (rounds: number): number => {
    let answered = 0
    for (let at = 0; at < rounds; at++) for (const scope of scopes) if (decision.evaluate(scope).ok) answered++
    return answered
  }
  round(500)
  const start = performance.now()
  const answered = round(4_000)
  return Math.round(answered / ((performance.now() - start) / 1_000))
}
