/**
 * What a procedure may be drawn with: every executable element of BPMN 2.0.2 with the chapter that describes it.
 *
 * The README's table has a row for each, filled by what the tests did (classify.ts tells which rows a drawn step is of).
 */

export interface Row {
  readonly name: string
  /** Section of OMG formal/2013-12-09. */
  readonly section: string
}

const rows = (section: string, ...names: readonly string[]): readonly Row[] => names.map((name) => ({ name, section }))

const SUB_STARTS = ['Message', 'Timer', 'Error', 'Escalation', 'Signal', 'Conditional', 'Compensation', 'Multiple']
const RESUMING = ['Message', 'Timer', 'Escalation', 'Signal', 'Conditional', 'Multiple', 'Parallel multiple']

const each = (section: string, kinds: readonly string[], place: string): readonly Row[] =>
  rows(section, ...kinds.map((kind) => `${kind} ${place}`))

export const ROWS: readonly Row[] = [
  ...rows('10.5.2', 'None start event', 'Several start events', 'Implicit start', 'Implicit end'),
  ...each('10.5.2', ['Message', 'Timer', 'Signal', 'Conditional', 'Multiple', 'Parallel multiple'], 'start event'),
  ...each('10.5.2', [...SUB_STARTS, 'Parallel multiple'], 'event subprocess'),
  ...each('10.5.2', RESUMING, 'event subprocess, non-interrupting'),
  ...each(
    '10.5.4',
    ['Message', 'Timer', 'Signal', 'Conditional', 'Link', 'Multiple', 'Parallel multiple'],
    'intermediate catch event',
  ),
  ...each('10.5.4', ['None', 'Message', 'Signal', 'Escalation', 'Link', 'Compensation', 'Multiple'], 'throw event'),
  ...each('10.5.4', [...SUB_STARTS, 'Parallel multiple', 'Cancel'], 'boundary event'),
  ...each('10.5.4', RESUMING, 'boundary event, non-interrupting'),
  ...each(
    '10.5.3',
    ['None', 'Message', 'Signal', 'Escalation', 'Error', 'Compensation', 'Cancel', 'Terminate', 'Multiple'],
    'end event',
  ),
  ...rows('10.3.3', 'Task', 'User task', 'Manual task', 'Service task', 'Send task', 'Receive task'),
  ...rows('10.3.3', 'Receive task, instantiating', 'Script task', 'Business rule task'),
  ...rows('10.3.5', 'Subprocess', 'Event subprocess', 'Transaction'),
  ...rows('10.3.5', 'Ad-hoc subprocess, parallel', 'Ad-hoc subprocess, sequential', 'Call activity'),
  ...rows('10.3.8', 'Standard loop', 'Multi-instance, parallel', 'Multi-instance, sequential'),
  ...each('10.3.8', ['None', 'One', 'All', 'Complex'], 'behaviour of multi-instance'),
  ...rows('10.6', 'Exclusive gateway', 'Parallel gateway', 'Inclusive gateway', 'Complex gateway'),
  ...rows('10.6.6', 'Event-based gateway', 'Event-based gateway, instantiating'),
  ...rows('10.6.6', 'Event-based gateway, instantiating, parallel'),
  ...rows('10.7', 'Compensation handler'),
  ...rows('10.4', 'Data object', 'Data store', 'Data association', 'Property'),
  ...rows('10.8', 'Lane'),
  ...rows('8.4.13', 'Conditional flow', 'Default flow'),
]
