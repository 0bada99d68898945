package id.simpul.sync;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;

import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

import id.simpul.source.Instansi;
import id.simpul.source.InstansiList;

/**
 * One schedule per instansi, in its own zone, kept in the database: what was due while
 * the program was down is caught up with one run.
 */
public final class Schedules {

	private static final String GROUP = "instansi";

	private final Scheduler scheduler;

	private final InstansiList instansi;

	Schedules(Scheduler scheduler, InstansiList instansi) {
		this.scheduler = scheduler;
		this.instansi = instansi;
	}

	/**
	 * Makes the stored schedules those of the configuration and starts them. A schedule
	 * that did not change is left alone, so that a run it missed is still owed.
	 */
	public void start() {
		try {
			Set<String> known = this.instansi.all().stream().map(Instansi::kode).collect(Collectors.toSet());
			for (JobKey job : this.scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
				if (!known.contains(job.getName())) {
					this.scheduler.deleteJob(job);
				}
			}
			for (Instansi sender : this.instansi.all()) {
				schedule(sender);
			}
			this.scheduler.start();
		}
		catch (SchedulerException ex) {
			throw new IllegalStateException("The schedules cannot be started", ex);
		}
	}

	/** Starts a run now, or as soon as the one under way has ended. */
	public void runNow(String kode, String who) {
		JobDataMap data = new JobDataMap();
		data.put(SyncJob.STARTED_BY, who);
		try {
			this.scheduler.triggerJob(new JobKey(this.instansi.get(kode).kode(), GROUP), data);
		}
		catch (SchedulerException ex) {
			throw new IllegalStateException("The run cannot be started", ex);
		}
	}

	/** When an instansi is run next. */
	public Optional<Instant> next(String kode) {
		try {
			Trigger trigger = this.scheduler.getTrigger(new TriggerKey(kode, GROUP));
			return Optional.ofNullable(trigger).map(Trigger::getNextFireTime).map(Date::toInstant);
		}
		catch (SchedulerException ex) {
			throw new IllegalStateException("The schedules cannot be read", ex);
		}
	}

	private void schedule(Instansi sender) throws SchedulerException {
		JobKey job = new JobKey(sender.kode(), GROUP);
		if (!this.scheduler.checkExists(job)) {
			this.scheduler.addJob(JobBuilder.newJob(SyncJob.class).withIdentity(job).storeDurably().build(), false);
		}
		TriggerKey key = new TriggerKey(sender.kode(), GROUP);
		TimeZone zone = TimeZone.getTimeZone(sender.zona());
		Trigger stored = this.scheduler.getTrigger(key);
		if (stored instanceof CronTrigger cron && cron.getCronExpression().equals(sender.jadwal())
				&& cron.getTimeZone().equals(zone)) {
			return;
		}
		Trigger trigger = TriggerBuilder.newTrigger()
			.withIdentity(key)
			.forJob(job)
			.withSchedule(CronScheduleBuilder.cronSchedule(sender.jadwal())
				.inTimeZone(zone)
				.withMisfireHandlingInstructionFireAndProceed())
			.build();
		if (stored != null) {
			this.scheduler.rescheduleJob(key, trigger);
		}
		else {
			this.scheduler.scheduleJob(trigger);
		}
	}

}
