import { expect, test } from './people';
import { expectAccessible, expectFitsWindow } from './site';

test('a shop that pays by hand is told to, ticks it off, and corrects a mistake; the buyer reads the truth each time', async ({
  visit,
  people,
  site,
  api,
}) => {
  const order = await api('POST', '/orders', {
    externalId: 'hand-1',
    number: 'H-1',
    email: 'hanna@example.com',
    currency: 'EUR',
    totalMinor: 4200,
    items: [{ name: 'Lantern', quantity: 1, unitMinor: 4200 }],
    provider: 'manual',
  });
  expect(order.status, JSON.stringify(order.body)).toBe(201);
  const buyer = await visit({ as: await people.member('Hanna'), phone: true });
  await buyer.goto('/refund');
  await expect(buyer.getByText('gives €42.00 back; the shop pays it by hand')).toBeVisible();
  const refund = await api('POST', '/refunds', { orderId: order.body.id });
  const state = async () => (await api('GET', `/refunds/${refund.body.id}`)).body.state;
  await expect.poll(state, { timeout: 20_000 }).toBe('pending');
  const mail = await site.mailTo('hanna@example.com', /refund of €42\.00 is approved/);
  expect(mail.text).toContain('The shop pays this refund by hand');
  const tracker = `/refund/${refund.body.id}`;
  await buyer.goto(tracker);
  await expect(buyer.getByText('The shop pays you by hand')).toBeVisible();
  await expect(buyer.getByText('To be paid by hand')).toBeVisible();
  await expect(buyer.getByText('On its way')).toHaveCount(0);
  await expectAccessible(buyer);
  await expectFitsWindow(buyer);

  for (const scripts of [true, false]) {
    const desk = await visit({ as: await people.owner(), scripts, phone: !scripts });
    await desk.goto('/desk/refunds');
    // It stands on top while it needs the owner, and in the list below.
    const row = desk.getByRole('row').filter({ hasText: 'H-1' }).first();
    await expect(row.getByText('To be paid by hand: transfer it, then tick it off')).toBeVisible();
    await row.getByText('I paid €42.00').click();
    if (scripts) await expectAccessible(desk);
    await row.getByRole('button', { name: 'It is paid' }).click();
    await expect.poll(state).toBe('succeeded');
    await buyer.goto(tracker);
    await expect(buyer.getByText('Paid by hand', { exact: true })).toBeVisible();
    await desk.goto('/desk/refunds');
    await row.getByText('Not paid after all…').click();
    await row.getByRole('button', { name: 'Take the tick back' }).click();
    await expect.poll(state).toBe('pending');
    await site.mailTo('hanna@example.com', /A correction: your refund of €42\.00 is not paid yet/);
  }
  const staff = await visit({ as: await people.owner() });
  await staff.goto(tracker);
  await expect(staff.getByText(/Paid by hand by /)).toHaveCount(2);
  await expect(staff.getByText(/The tick was taken back by /)).toHaveCount(2);
});
