package com.aicashevolution.platform.market;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Makes {@link TradedSymbols} available. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TradedSymbols.class)
class MarketConfiguration {}
