package id.simpul.cli;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import id.simpul.demo.Demo;
import id.simpul.demo.DemoSettings;
import id.simpul.national.SiasnSettings;
import id.simpul.source.Installation;
import id.simpul.sync.SyncSettings;

/** The settings alone, for commands that look at files and sources only. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ Installation.class, Database.class, SiasnSettings.class, SyncSettings.class,
		DemoSettings.class })
class SettingsApplication {

	@Bean
	Demo demo(Installation installation, DemoSettings settings) {
		return new Demo(installation, settings);
	}

}
