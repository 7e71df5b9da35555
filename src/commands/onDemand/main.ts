import type { ON_DEMAND } from '../../ids';
import { copyLink } from './copyLink';
import { createSample } from './createSample';
import { newDeal } from './newDeal';
import type { Services } from './services';
import * as fields from './setFields';

type Run = (services: Services, args: readonly unknown[]) => Promise<void>;

const field =
  (command: Parameters<typeof fields.setField>[0]): Run =>
  (services, args) =>
    fields.setField(command, services, args);

/** The commands that ask what a person types: with what reads that they are large, and most sessions use none of them. */
export const COMMANDS: Readonly<Record<(typeof ON_DEMAND)[number], Run>> = {
  'dealNotes.newDeal': newDeal,
  'dealNotes.logActivity': field(fields.LOG_ACTIVITY),
  'dealNotes.setNextStep': field(fields.SET_NEXT_STEP),
  'dealNotes.setCloseDate': field(fields.SET_CLOSE_DATE),
  'dealNotes.setValue': field(fields.SET_VALUE),
  'dealNotes.setOwner': field(fields.SET_OWNER),
  'dealNotes.addTag': field(fields.ADD_TAG),
  'dealNotes.copyLink': copyLink,
  'dealNotes.createSample': createSample,
};
