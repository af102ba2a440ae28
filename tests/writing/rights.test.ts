import { expect, it } from 'vitest'
import { ForbiddenError, UnauthenticatedError } from '../../src/kernel/input-errors.js'
import { localEditor, roles, type Viewer } from '../../src/writing/author.js'
import { requireRole, requireViewer } from '../../src/writing/rights.js'

const of = (role: Viewer['role']): Viewer => ({ ...localEditor, role })

it('who asks may what their role may and what those below it may', () => {
  const may = (has: Viewer['role'], needs: Viewer['role']) => {
    try {
      return requireRole(of(has), needs, 'to do so') !== null
    } catch (error) {
      expect(error).toBeInstanceOf(ForbiddenError)
      expect(error).toMatchObject({
        message: `It takes the role ${needs} to do so; this account is of the role ${has}`,
      })
      return false
    }
  }
  expect(roles.map((has) => roles.map((needs) => may(has, needs)))).toEqual([
    [true, false, false, false],
    [true, true, false, false],
    [true, true, true, false],
    [true, true, true, true],
  ])
})

it('nobody is somebody', () => {
  expect(() => requireViewer(null, 'to do so')).toThrow(UnauthenticatedError)
  expect(() => requireRole(null, 'READER', 'to do so')).toThrow(UnauthenticatedError)
})
