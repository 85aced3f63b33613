/** A business rule task that asks a DMN decision. */
import type { Translation } from '../translation.ts'

export const decisions: Translation = {
  name: 'decisions',
  translate(element, workshop) {
    if (element.$type !== 'bpmn:BusinessRuleTask') return
    const decisionId = workshop.text(element, 'decisionRef')
    for (const name of ['decisionRefBinding', 'decisionRefVersion', 'decisionRefTenantId']) workshop.take(element, name)
    const mapping = workshop.text(element, 'mapDecisionResult')
    if (decisionId === undefined) return
    const resultVariable = workshop.text(element, 'resultVariable') ?? 'result'
    workshop.extend(element, 'zeebe:CalledDecision', { decisionId, resultVariable })
    workshop.note('translated', element, 'camunda:decisionRef', {
      en: `asks the decision ${decisionId} of the package; its result is ${resultVariable}`,
      ar: `تسأل القرار ${decisionId} من الحزمة، ونتيجته ${resultVariable}`,
    })
    if (mapping !== undefined && mapping !== 'singleEntry')
      workshop.note('byHand', element, 'camunda:mapDecisionResult', {
        en: `was ${mapping}: look whether what reads ${resultVariable} fits the shape of the decision's result`,
        ar: `كان ${mapping}: تأكد أن ما يقرأ ${resultVariable} يناسب شكل نتيجة القرار`,
      })
  },
}
