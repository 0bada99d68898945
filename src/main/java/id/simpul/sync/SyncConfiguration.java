package id.simpul.sync;

import java.time.Clock;

import org.apache.camel.CamelContext;
import org.quartz.Scheduler;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import id.simpul.change.Plans;
import id.simpul.change.Turns;
import id.simpul.pegawai.CodeLists;
import id.simpul.source.InstansiList;
import id.simpul.source.Installation;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SyncSettings.class)
class SyncConfiguration {

	@Bean
	MappingStep mappingStep() {
		return new MappingStep();
	}

	@Bean
	MappingLoader mappingLoader(Installation installation, CodeLists codes) {
		return new MappingLoader(installation.mappings(), codes);
	}

	@Bean
	RouteFiles routeFiles(Installation installation, CamelContext context) {
		return new RouteFiles(installation, context);
	}

	@Bean
	Sync sync(InstansiList instansi, MappingLoader mappings, MappingStep step, Plans plans, Turns turns,
			RouteFiles routes, CamelContext context, Clock clock) {
		return new Sync(instansi, mappings, step, plans, turns, routes, context.createProducerTemplate(), clock);
	}

	@Bean
	Schedules schedules(Scheduler scheduler, InstansiList instansi) {
		return new Schedules(scheduler, instansi);
	}

}
