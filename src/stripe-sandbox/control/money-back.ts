import type { RequestHandler } from 'express';
import type Stripe from 'stripe';
import { z } from 'zod';
import type { Parts } from '../app.js';
import { moveDispute } from '../disputes/move-dispute.js';
import { openDispute } from '../disputes/open-dispute.js';
import { failRefund } from '../payments/fail-refund.js';
import { refundCharge } from '../payments/refund-charge.js';
import { readBody } from './read-body.js';

type OfCharge = RequestHandler<{ charge: string }>;
type Body = Parameters<typeof readBody>[1];

const refund = z.strictObject({ amount: z.int().min(1).optional() });
const dispute = z.strictObject({
  amount: z.int().min(1).optional(),
  reason: z.string().optional(),
  status: z.string().optional(),
});
const move = z.strictObject({ status: z.string() });

/** A refund as somebody makes it in Stripe's dashboard: without our metadata. */
export const refundInDashboard =
  ({ desk }: Parts): OfCharge =>
  async (req, res) => {
    const { amount } = readBody(refund, req as Body);
    res.status(201).json(await desk.work(null, (work) => refundCharge(work, { charge: req.params.charge, amount })));
  };

export const failNow =
  ({ desk }: Parts): RequestHandler<{ refund: string }> =>
  async (req, res) => {
    res.json(await desk.work(null, (work) => failRefund(work, req.params.refund)));
  };

export const disputeNow =
  ({ desk }: Parts): OfCharge =>
  async (req, res) => {
    const terms = readBody(dispute, req as Body) as { status?: Stripe.Dispute.Status };
    res.status(201).json(await desk.work(null, (work) => openDispute(work, req.params.charge, terms)));
  };

/** `won`, `lost`, or any other status by its name. */
export const moveDisputeNow =
  ({ desk }: Parts): RequestHandler<{ dispute: string }> =>
  async (req, res) => {
    const { status } = readBody(move, req as Body);
    res.json(await desk.work(null, (work) => moveDispute(work, req.params.dispute, status)));
  };
