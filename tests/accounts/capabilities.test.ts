import { expect, it } from 'vitest'
import { capabilities, requireCapability } from '../../src/accounts/capabilities.js'
import { localEditor, roles, type Viewer } from '../../src/accounts/viewer.js'
import { ForbiddenError, UnauthenticatedError } from '../../src/kernel/input-errors.js'

const of = (role: Viewer['role']): Viewer => ({ ...localEditor, role })

const may = (has: Viewer['role'], capability: keyof typeof capabilities): boolean => {
  try {
    return requireCapability(of(has), capability) !== null
  } catch (error) {
    const { role, words } = capabilities[capability]
    expect(error).toBeInstanceOf(ForbiddenError)
    expect(error).toMatchObject({ message: `It takes the role ${role} ${words}; this account is of the role ${has}` })
    return false
  }
}

it('who asks may what their role may and what those below it may', () => {
  const needs = ['PROPOSE', 'PUBLISH', 'PUBLISH_ALL', 'KEEP_ACCOUNTS'] as const
  expect(roles.map((has) => needs.map((capability) => may(has, capability)))).toEqual([
    [true, false, false, false],
    [true, true, false, false],
    [true, true, true, false],
    [true, true, true, true],
  ])
})

it('nobody is somebody', () => {
  expect(() => requireCapability(null, 'PROPOSE')).toThrow(UnauthenticatedError)
})
