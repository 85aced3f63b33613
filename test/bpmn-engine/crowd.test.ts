import { describe, expect, test } from 'vitest'
import { bpmnEngine } from '../../engine/executors/bpmn-engine/executor.ts'
import type { Program } from '../../engine/core/program.ts'
import * as draw from '../kernel/build.ts'
import { Case } from '../kernel/case.ts'

const { start, end, user, service, xor, sub, call, boundary, after, every, onTimer } = draw

const notice = draw.draw('notice', [start('n'), service('note')], ['n -> note'])
const tell = (id: string) => call(id, draw.keyOf('notice'))

/** A step that may begin anew, with a reminder beside it, which so may come again, and a deadline that ends it. */
const reminded = (id: string, reminder = after('P1D'), remind = tell('remind')): Program =>
  draw.draw(
    id,
    [
      start('s'),
      xor('again'),
      user('wait'),
      boundary('late', 'wait', onTimer(reminder), false),
      boundary('over', 'wait', onTimer(after('P10D'))),
      remind,
      tell('tell'),
      xor('x'),
      end('e'),
    ],
    ['s -> again -> wait -> x', 'x -> again default', 'x -> e if done = true', 'late -> remind', 'over -> tell'],
  )

/** Each command recovers the library from what was remembered after the one before. */
const begun = (...programs: readonly Program[]): Case => new Case(programs, { executor: bpmnEngine }).start({})

describe('a call that several tokens may come to', () => {
  test('goes on after a restart and is left, and so is one that begins after it', () => {
    const it = begun(reminded('main'), notice).timer('late').job('note')
    expect(it.waits).toEqual(['task wait', 'timer over'])
    expect(it.timer('over').job('note').status).toBe('completed')
  })

  test('goes on in a procedure that is called itself, and the caller with it', () => {
    const caller = draw.draw('main', [start('m'), call('c', draw.keyOf('site')), user('next')], ['m -> c -> next'])
    const it = begun(caller, reminded('site'), notice).timer('late').job('note').timer('over').job('note')
    expect(it.waits).toEqual(['task next'])
    expect(it.task('next').status).toBe('completed')
  })

  test('holds each token by itself; the application ends with the last', () => {
    const it = begun(reminded('main', every('R2/PT1H')), notice)
      .timer('late')
      .timer('late')
      .timer('over')
    expect(it.waits).toEqual(['job note', 'job note', 'job note'])
    it.job('note').job('note')
    expect(it.waits).toEqual(['job note'])
    expect(it.job('note').status).toBe('completed')
  })

  test('is called again when the step has begun anew', () => {
    const it = begun(reminded('main'), notice).timer('late').task('wait', { done: false }).timer('late')
    expect(it.waits.filter((wait) => wait.startsWith('job'))).toEqual(['job note', 'job note'])
    expect(it.job('note').job('note').task('wait', { done: true }).status).toBe('completed')
  })

  test('is left in the command that began it, where nothing waits inside', () => {
    const it = begun(reminded('main'), draw.draw('notice', [start('n')], [])).timer('late')
    expect(it.waits).toEqual(['task wait', 'timer over'])
    expect(it.timer('over').status).toBe('completed')
  })

  test('goes on in a subprocess that several tokens may come to', () => {
    const part = sub('remind', [start('i'), tell('inner')], ['i -> inner'])
    const it = begun(reminded('main', every('R2/PT1H'), part), notice)
    it.timer('late').timer('late').job('note').job('note').timer('over')
    expect(it.job('note').status).toBe('completed')
  })

  test('is broken off with all it called', () => {
    const it = begun(reminded('main', every('R2/PT1H')), notice)
      .timer('late')
      .timer('late')
      .cancel()
    expect(it.waits).toEqual([])
    expect(it.status).toBe('terminated')
  })
})
