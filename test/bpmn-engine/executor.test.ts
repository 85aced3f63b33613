import { bpmnEngine } from '../../engine/executors/bpmn-engine/executor.ts'
import { obstaclesIn } from '../../engine/executors/bpmn-engine/cannot/table.ts'
import { executorContract } from '../contract/executor.ts'

executorContract(bpmnEngine, {
  refuses: (programs) => programs.flatMap(obstaclesIn)[0]?.cannot.reason.en,
  runs: 30,
})
