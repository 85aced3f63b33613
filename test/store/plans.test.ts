import { afterAll, beforeAll, expect, it } from 'vitest'
import { FORGOTTEN, KEPT, THROWN } from '../../engine/store/sqlite/package-draft-room.ts'
import { pass } from '../../engine/core/failpoint.ts'
import { connect, type Connection } from '../../engine/store/sqlite/file/driver.ts'
import { doneSql } from '../../engine/store/sqlite/done-tasks.ts'
import { AGENCIES, INCIDENTS, JOINING, LOADS, MEDIAN, STANDING } from '../../engine/store/sqlite/element-instances.ts'
import { NEWEST } from '../../engine/store/sqlite/package-draft-files.ts'
import {
  DISCARDED,
  DISCARDED_OF_AGENCY,
  DRAFTS_OF_AGENCY,
  DRAFTS_OF_ALL,
  LONG_DISCARDED,
  UNTHINNED_OF_AGENCY,
  UNTHINNED,
} from '../../engine/store/sqlite/package-draft-rows.ts'
import { COUNT_OF_AGENCY, COUNT_OF_PLACES, taskListSql } from '../../engine/store/sqlite/tasks.ts'
import { migrate, readMigrations } from '../../engine/store/sqlite/file/migrate.ts'

let db: Connection
beforeAll(() => {
  db = connect(':memory:', 0)
  migrate(db, readMigrations(), pass)
})
afterAll(() => db.close())

it.each([
  [
    'how many failed',
    'SELECT id, (SELECT count(*) FROM migration_failures f WHERE f.batch = b.id) FROM migration_batches b',
  ],
  [
    'who is tried again',
    "SELECT instance FROM migration_failures WHERE batch = 'b' AND instance > 'i' AND retry = 1 ORDER BY instance LIMIT 9",
  ],
])('of a migration in which a hundred thousand fail, %s is found without reading their reasons', (_, sql) => {
  const plan = db.query<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all()
  expect(plan.map(({ detail }) => detail)).toContainEqual(
    expect.stringMatching(/USING COVERING INDEX migration_failures_retry/),
  )
})

const planOf = (sql: string): readonly string[] =>
  db
    .query<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll(/:\w+/g, "'1'")}`)
    .all()
    .map(({ detail }) => detail)

it.each([
  ['one person or group', taskListSql('desk'), /SEARCH d USING PRIMARY KEY \(agency=\? AND who=\? AND due>\?/],
  ['an agency', taskListSql('agency'), /SEARCH t USING INDEX \w+ \(agency=\? AND status=\? AND due>\?/],
  ['a service', taskListSql('service'), /SEARCH t USING INDEX tasks_service \(agency=\? AND service=\? AND due>\?/],
  ['one person’s done tasks', doneSql('person'), /SEARCH t USING INDEX tasks_closed \(agency=\? AND closed_by=\?/],
  ['a group’s done tasks', doneSql('group'), /SEARCH d USING PRIMARY KEY \(agency=\? AND who=\? AND/],
  ['an agency’s done tasks', doneSql('agency'), /SEARCH t USING INDEX tasks_done \(agency=\? AND/],
])('the list of %s is a walk along an index in its own order, whatever others have', (_what, sql, search) => {
  const plan = planOf(sql)
  expect(plan).toContainEqual(expect.stringMatching(search))
  expect(plan.filter((step) => /SCAN (t|d|tasks|desk)\b|TEMP B-TREE/.test(step))).toEqual([])
})

it.each([
  ['a desk', COUNT_OF_PLACES, /SEARCH desk USING PRIMARY KEY \(agency=\? AND who=\? AND due<\?\)/],
  ['an agency', COUNT_OF_AGENCY, /SEARCH tasks USING COVERING INDEX \w+ \(agency=\? AND status=\? AND due<\?\)/],
])('the tasks of %s are counted in an index', (_what, sql, search) => {
  expect(planOf(sql)).toContainEqual(expect.stringMatching(search))
})

it.each([
  ['an agency’s drafts', DRAFTS_OF_AGENCY, /SEARCH package_drafts USING INDEX package_drafts_agency \(agency=\?/],
  ['all drafts', DRAFTS_OF_ALL, /SCAN package_drafts USING INDEX package_drafts_changed/],
  [
    'what an agency can have back',
    DISCARDED_OF_AGENCY,
    /SEARCH package_drafts USING INDEX package_drafts_thrown \(agency=\?/,
  ],
  ['what can be had back', DISCARDED, /(SEARCH|SCAN) package_drafts USING INDEX package_drafts_discarded/],
  [
    'what was thrown away long ago',
    LONG_DISCARDED,
    /SEARCH package_drafts USING (COVERING )?INDEX package_drafts_discarded/,
  ],
  [
    'whose revisions are to be thinned out',
    UNTHINNED,
    /SEARCH package_drafts USING (COVERING )?INDEX package_drafts_thinned/,
  ],
  [
    'the largest drafts of an agency that are to be thinned out',
    UNTHINNED_OF_AGENCY,
    /SEARCH package_drafts USING INDEX package_drafts_kept \(agency=\?/,
  ],
  ['what an agency threw away', THROWN, /SEARCH package_drafts USING INDEX package_drafts_thrown \(agency=\?/],
  ['what all drafts of an agency take', KEPT, /SEARCH package_drafts USING COVERING INDEX package_drafts_kept/],
  ['what is to be cleared away', FORGOTTEN, /SCAN package_drafts USING (COVERING )?INDEX package_drafts_forgotten/],
  [
    'the files of a draft',
    NEWEST,
    /SEARCH package_draft_files USING COVERING INDEX package_draft_files_path \(draft=\?/,
  ],
])('%s are found along an index in its own order', (_what, sql, search) => {
  const plan = planOf(sql.replaceAll('?', "'1'"))
  expect(plan).toContainEqual(expect.stringMatching(search))
  expect(plan.filter((step) => /TEMP B-TREE/.test(step))).toEqual([])
})

it.each([
  [
    'where the applications of an agency stand',
    LOADS,
    /SEARCH element_instances USING COVERING INDEX element_instances_program \(program=\? AND agency=\?\)/,
  ],
  [
    'the one in the middle',
    MEDIAN,
    /SEARCH element_instances USING COVERING INDEX element_instances_program \(program=\? AND agency=\? AND element=\?\)/,
  ],
  [
    'whose applications they are',
    AGENCIES,
    /SEARCH element_instances USING COVERING INDEX element_instances_program \(program=\?\)/,
  ],
  [
    'who waits at a step',
    STANDING,
    /SEARCH e USING COVERING INDEX element_instances_program \(program=\? AND agency=\? AND element=\?/,
  ],
  ['where something stands still', INCIDENTS, /SEARCH e USING PRIMARY KEY \(instance=\? AND id=\?\)/],
])('%s is found along an index, without a look into any application', (_what, sql, search) => {
  const plan = planOf(sql)
  expect(plan).toContainEqual(expect.stringMatching(search))
  expect(plan.filter((line) => /SCAN/.test(line))).toEqual([])
})

it('what waits before joins is looked for in applications of the procedure alone', () => {
  const plan = planOf(JOINING)
  expect(plan).toContainEqual(
    expect.stringMatching(/SEARCH element_instances USING (COVERING )?INDEX \w+ \(program=\? AND agency=\?\)/),
  )
  expect(plan.filter((line) => /SCAN (i|instances|element_instances)\b/.test(line))).toEqual([])
})
