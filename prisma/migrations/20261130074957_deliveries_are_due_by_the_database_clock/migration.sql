-- The defaults stay what they are: the client no longer writes the time of its own machine in their place.
-- AlterTable
ALTER TABLE "Delivery" ALTER COLUMN "nextAttemptAt" SET DEFAULT CURRENT_TIMESTAMP,
ALTER COLUMN "createdAt" SET DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "ChannelDelivery" ALTER COLUMN "nextAttemptAt" SET DEFAULT CURRENT_TIMESTAMP,
ALTER COLUMN "createdAt" SET DEFAULT CURRENT_TIMESTAMP;
