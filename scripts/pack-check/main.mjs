console.log('pack-check: to come')
